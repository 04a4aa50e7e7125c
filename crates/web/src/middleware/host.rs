//! The names that this server answers for.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::HOST;
use http::uri::Authority;

use crate::problem::{Problem, kinds};
use crate::state::WebState;

/// Host names that are answered for. Without such a list, a foreign page could point its own name at this machine and
/// read everything as if it were ours (DNS rebinding): the browser would take us for that page's own server.
#[derive(Debug, Clone)]
pub struct Hosts {
    names: BTreeSet<String>,
    accepts_any_address: bool,
}

impl Default for Hosts {
    /// This machine, by its usual names.
    fn default() -> Self {
        let names = ["127.0.0.1", "localhost", "[::1]"].map(str::to_owned);
        Self { names: names.into(), accepts_any_address: false }
    }
}

impl Hosts {
    /// The usual names, those that the operator configured, and the address listened on. A server that listens on all
    /// addresses is reached by addresses it cannot know, so it takes any: rebinding needs a name.
    pub fn new(listens_on: SocketAddr, names: impl IntoIterator<Item = String>) -> Self {
        let mut hosts = Self { accepts_any_address: listens_on.ip().is_unspecified(), ..Self::default() };
        hosts.names.insert(as_host(listens_on.ip()));
        hosts.names.extend(names.into_iter().map(|name| name.to_ascii_lowercase()));
        hosts
    }

    /// Whether a `Host` header, with or without a port, names this server.
    pub fn answers_for(&self, host: &str) -> bool {
        let Ok(authority) = host.parse::<Authority>() else { return false };
        let name = authority.host().to_ascii_lowercase();
        let is_address = name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok();
        !host.contains('@') && (self.names.contains(&name) || (self.accepts_any_address && is_address))
    }
}

fn as_host(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

/// Refuses requests that name another host. The two health checks are asked by address from inside a cluster, and hold
/// nothing that is worth reading: they answer to any name.
///
/// # Errors
/// `wrong-host`.
pub async fn check(State(state): State<WebState>, request: Request, next: Next) -> Result<Response, Problem> {
    let hosts = &state.config().hosts;
    let is_health_check = matches!(request.uri().path(), "/healthz" | "/readyz");
    let mut named = request.headers().get_all(HOST).iter();
    let host = named.next().and_then(|host| host.to_str().ok());
    // An absolute address in the request line names a host as well; it must not be another one.
    let absolute = request.uri().authority().map(Authority::as_str);
    let is_ours = host.is_some_and(|host| hosts.answers_for(host))
        && named.next().is_none()
        && absolute.is_none_or(|name| hosts.answers_for(name));
    if is_ours || is_health_check {
        return Ok(next.run(request).await);
    }
    let shown: String = host.unwrap_or("(none)").chars().take(80).collect();
    let detail =
        format!("this server does not answer for the host '{shown}'; open it as 127.0.0.1 or localhost");
    Err(Problem::new(&kinds::WRONG_HOST, detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_was_not_configured_is_not_ours() {
        let hosts = Hosts::default();
        for ours in ["127.0.0.1", "127.0.0.1:8080", "localhost:1", "LocalHost", "[::1]:8080"] {
            assert!(hosts.answers_for(ours), "{ours}");
        }
        let foreign = [
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "evil@localhost",
            "10.0.0.1",
            "",
            "a b",
        ];
        for foreign in foreign {
            assert!(!hosts.answers_for(foreign), "{foreign}");
        }
    }

    #[test]
    fn listening_everywhere_means_any_address_but_no_name() {
        let hosts = Hosts::new("0.0.0.0:8080".parse().unwrap(), ["Green.example".to_owned()]);
        for ours in ["192.0.2.7:8080", "[2001:db8::1]", "green.example", "localhost"] {
            assert!(hosts.answers_for(ours), "{ours}");
        }
        assert!(!hosts.answers_for("evil.example"));
    }
}
