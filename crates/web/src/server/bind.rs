//! Taking the port.

use std::io;
use std::net::SocketAddr;

use tokio::net::TcpListener;

/// Why the port could not be taken, with what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// Another program has it.
    #[error(
        "port {port} is in use, perhaps by another Greenroom: stop that one, or take another port with --port {other}",
        port = .address.port(),
        other = other_port(.address.port())
    )]
    InUse {
        /// The address that was wanted.
        address: SocketAddr,
    },
    /// The system reserves it.
    #[error(
        "port {port} is reserved for the system: take one above 1023, such as --port 8080",
        port = .address.port()
    )]
    Reserved {
        /// The address that was wanted.
        address: SocketAddr,
    },
    /// This machine does not have the address, or something else is in the way.
    #[error("cannot listen on {address}")]
    Other {
        /// The address that was wanted.
        address: SocketAddr,
        /// What the system says.
        #[source]
        source: io::Error,
    },
}

fn other_port(port: u16) -> u16 {
    port.checked_add(1).unwrap_or(8081)
}

/// Listens on an address.
///
/// # Errors
/// A sentence that says what to do.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, BindError> {
    TcpListener::bind(address).await.map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => BindError::InUse { address },
        io::ErrorKind::PermissionDenied => BindError::Reserved { address },
        _ => BindError::Other { address, source },
    })
}
