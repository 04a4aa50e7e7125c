//! A connection that is closed when nothing moves on it.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep};

/// Passes bytes through, and fails once neither side has moved one for a while.
#[derive(Debug)]
pub(super) struct Stall<T> {
    stream: T,
    patience: Duration,
    moved_at: Instant,
    /// Wakes the task up. It may ring early, since `moved_at` moves on without it: setting a timer anew for each packet
    /// would cost more than looking at the clock when it rings.
    alarm: Pin<Box<Sleep>>,
}

impl<T> Stall<T> {
    pub(super) fn new(stream: T, patience: Duration) -> Self {
        Self { stream, patience, moved_at: Instant::now(), alarm: Box::pin(tokio::time::sleep(patience)) }
    }

    /// Notes that something moved, or fails if nothing has for too long.
    fn watch<R>(&mut self, cx: &mut Context<'_>, moved: Poll<io::Result<R>>) -> Poll<io::Result<R>> {
        if moved.is_ready() {
            self.moved_at = Instant::now();
            return moved;
        }
        while self.alarm.as_mut().poll(cx).is_ready() {
            let due = self.moved_at + self.patience;
            if due <= Instant::now() {
                return Poll::Ready(Err(io::Error::new(
                    io::ErrorKind::TimedOut,
                    "nothing moved on the connection",
                )));
            }
            self.alarm.as_mut().reset(due);
        }
        Poll::Pending
    }
}

impl<T: AsyncRead + Unpin> AsyncRead for Stall<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let moved = Pin::new(&mut self.stream).poll_read(cx, into);
        self.watch(cx, moved)
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Stall<T> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let moved = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.watch(cx, moved)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let moved = Pin::new(&mut self.stream).poll_write_vectored(cx, bytes);
        self.watch(cx, moved)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    const PATIENCE: Duration = Duration::from_secs(30);

    #[tokio::test(start_paused = true)]
    async fn a_silent_connection_fails_and_a_slow_one_does_not() {
        let (near, mut far) = tokio::io::duplex(64);
        let mut near = Stall::new(near, PATIENCE);
        let mut byte = [0u8; 1];
        for _ in 0..5 {
            tokio::time::sleep(PATIENCE / 2).await;
            far.write_all(b"x").await.unwrap();
            near.read_exact(&mut byte).await.unwrap();
        }
        let silent_from = Instant::now();
        let error = near.read_exact(&mut byte).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        assert_eq!((Instant::now() - silent_from).as_secs(), PATIENCE.as_secs());
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_does_not_read_is_given_up() {
        let (near, _far) = tokio::io::duplex(64);
        let error = Stall::new(near, PATIENCE).write_all(&[0; 1000]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }
}
