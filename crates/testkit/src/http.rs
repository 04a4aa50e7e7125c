//! A small HTTP/1.1 client over one kept-alive connection: no hidden retries, so that a test knows what was sent.

use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Result, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long connecting, reading and writing may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A larger answer is a fault of the server's.
const BODY_BYTES_MAX: usize = 64 * 1024 * 1024;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    method: &'a str,
    target: &'a str,
    headers: Vec<(&'a str, String)>,
    body: Vec<u8>,
}

impl<'a> Request<'a> {
    /// A request without a body.
    pub fn new(method: &'a str, target: &'a str) -> Self {
        Self { method, target, headers: Vec::new(), body: Vec::new() }
    }

    /// A `GET`.
    pub fn get(target: &'a str) -> Self {
        Self::new("GET", target)
    }

    /// A `POST` of JSON.
    pub fn post(target: &'a str, json: &serde_json::Value) -> Self {
        Self::new("POST", target).body("application/json", json.to_string().into_bytes())
    }

    /// A `POST` of a form, whose values are encoded here.
    pub fn form(target: &'a str, fields: &[(&str, &str)]) -> Self {
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        Self::new("POST", target).body("application/x-www-form-urlencoded", pairs.join("&").into_bytes())
    }

    /// With a body of the given type.
    #[must_use]
    pub fn body(self, kind: &str, bytes: Vec<u8>) -> Self {
        let mut with = self.header("Content-Type", kind);
        with.body = bytes;
        with
    }

    /// With a header.
    #[must_use]
    pub fn header(mut self, name: &'a str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    fn bytes(&self, host: SocketAddr) -> Vec<u8> {
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.target);
        if !self.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
            head.push_str(&format!("Host: {host}\r\n"));
        }
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if !self.body.is_empty() || !matches!(self.method, "GET" | "HEAD") {
            head.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        head.push_str("\r\n");
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(&self.body);
        bytes
    }
}

/// Percent-encodes a value for a form or a query.
fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The status code.
    pub status: u16,
    /// The headers, names in lower case, in order.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// The first header of that name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// If it is none; the error shows the beginning of the body.
    pub fn json(&self) -> Result<serde_json::Value> {
        serde_json::from_slice(&self.body).map_err(|error| {
            let start: String = self.text().chars().take(300).collect();
            Error::new(ErrorKind::InvalidData, format!("status {}, not JSON ({error}): {start}", self.status))
        })
    }
}

/// A client of one server.
#[derive(Debug)]
pub struct Client {
    address: SocketAddr,
    connection: Option<BufReader<TcpStream>>,
}

impl Client {
    /// A client of the server at `address`. It connects when it is first used.
    pub fn new(address: SocketAddr) -> Self {
        Self { address, connection: None }
    }

    /// Asks for an address.
    ///
    /// # Errors
    /// What the connection says, also when it ends within the answer.
    pub fn get(&mut self, target: &str) -> Result<Reply> {
        self.send(&Request::get(target))
    }

    /// Sends a request and reads the answer. It is sent once: whoever gets an error does not know what became of it.
    ///
    /// # Errors
    /// What the connection says, also when it ends within the answer.
    pub fn send(&mut self, request: &Request<'_>) -> Result<Reply> {
        let outcome = self.exchange(request);
        let keeps = outcome.as_ref().is_ok_and(|reply| !has_token(reply, "connection", "close"));
        if !keeps {
            self.connection = None;
        }
        outcome
    }

    fn exchange(&mut self, request: &Request<'_>) -> Result<Reply> {
        let connection = match self.connection.take() {
            Some(connection) => self.connection.insert(connection),
            None => self.connection.insert(connect(self.address)?),
        };
        // A server may answer, and close, before it has read everything: the answer counts, not the broken pipe.
        let sent = connection.get_mut().write_all(&request.bytes(self.address));
        match read_reply(connection, request.method == "HEAD") {
            Ok(reply) => Ok(reply),
            Err(error) => Err(sent.err().unwrap_or(error)),
        }
    }
}

fn connect(address: SocketAddr) -> Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    Ok(BufReader::new(stream))
}

fn read_reply(from: &mut impl BufRead, is_head: bool) -> Result<Reply> {
    let status_line = read_line(from)?;
    let status =
        status_line.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(|| bad(&status_line))?;
    let mut reply = Reply { status, headers: Vec::new(), body: Vec::new() };
    loop {
        let line = read_line(from)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(|| bad(&line))?;
        reply.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    if is_head || status == 204 || status == 304 {
        return Ok(reply);
    }
    reply.body = read_body(from, &reply)?;
    Ok(reply)
}

fn read_body(from: &mut impl BufRead, reply: &Reply) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    if has_token(reply, "transfer-encoding", "chunked") {
        loop {
            let line = read_line(from)?;
            let size = line.split(';').next().unwrap_or_default().trim();
            let size = usize::from_str_radix(size, 16).map_err(|_| bad(&line))?;
            if size == 0 {
                while !read_line(from)?.is_empty() {}
                return Ok(body);
            }
            read_exactly(from, size, &mut body)?;
            read_line(from)?;
        }
    }
    match reply.header("content-length") {
        Some(length) => {
            let length = length.parse().map_err(|_| bad(length))?;
            read_exactly(from, length, &mut body)?;
        }
        None => {
            from.take(BODY_BYTES_MAX as u64).read_to_end(&mut body)?;
        }
    }
    Ok(body)
}

fn read_exactly(from: &mut impl BufRead, count: usize, into: &mut Vec<u8>) -> Result<()> {
    if into.len() + count > BODY_BYTES_MAX {
        return Err(bad("the body is too large"));
    }
    let start = into.len();
    into.resize(start + count, 0);
    from.read_exact(&mut into[start..])
}

fn read_line(from: &mut impl BufRead) -> Result<String> {
    let mut line = Vec::new();
    if from.take(64 * 1024).read_until(b'\n', &mut line)? == 0 {
        return Err(Error::new(ErrorKind::UnexpectedEof, "the server closed the connection"));
    }
    if line.pop() != Some(b'\n') {
        return Err(Error::new(ErrorKind::UnexpectedEof, "the connection ended within a line"));
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    String::from_utf8(line).map_err(|_| bad("a header is not UTF-8"))
}

fn has_token(reply: &Reply, name: &str, token: &str) -> bool {
    reply
        .header(name)
        .is_some_and(|value| value.split(',').any(|part| part.trim().eq_ignore_ascii_case(token)))
}

fn bad(what: &str) -> Error {
    Error::new(ErrorKind::InvalidData, format!("not HTTP: {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Reply> {
        read_reply(&mut text.as_bytes(), false)
    }

    #[test]
    fn both_framings_are_read() {
        let sized = read("HTTP/1.1 201 Created\r\nLocation: /a\r\nContent-Length: 2\r\n\r\nhixx").unwrap();
        assert_eq!((sized.status, sized.text().as_str(), sized.header("location")), (201, "hi", Some("/a")));
        let chunked =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1;x=y\r\nd\r\n0\r\n\r\n";
        assert_eq!(read(chunked).unwrap().text(), "abcd");
    }

    #[test]
    fn an_answer_that_is_cut_off_is_an_error() {
        for cut in
            ["", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi", "HTTP/1.1 200"]
        {
            assert!(read(cut).is_err(), "{cut:?}");
        }
    }

    #[test]
    fn form_values_are_encoded() {
        let request = Request::form("/x", &[("text", "a b&c=é")]);
        assert_eq!(String::from_utf8(request.body).unwrap(), "text=a%20b%26c%3D%C3%A9");
    }
}
