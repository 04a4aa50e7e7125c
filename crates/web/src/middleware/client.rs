//! Who is at the other end of the connection.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The address of the client, put on each request by the accept loop. `X-Forwarded-For` is not believed: anybody can send
/// it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddr(pub SocketAddr);

impl ClientAddr {
    /// The address by which a client is counted. A home has a whole /64 of IPv6 addresses, so all of them are one client.
    pub fn counted_as(self) -> IpAddr {
        match self.0.ip().to_canonical() {
            IpAddr::V4(address) => IpAddr::V4(address),
            IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_of_one_home_is_one_client() {
        let counted = |text: &str| ClientAddr(text.parse().unwrap()).counted_as().to_string();
        assert_eq!(counted("[2001:db8:1:2:3:4:5:6]:80"), "2001:db8:1:2::");
        assert_eq!(counted("[::ffff:192.0.2.7]:80"), "192.0.2.7");
        assert_eq!(counted("192.0.2.7:80"), "192.0.2.7");
    }
}
