//! Methods and addresses that no route is asked about.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::header::ALLOW;
use http::{HeaderValue, Method};

use crate::problem::{Problem, kinds};

/// How long an address may be.
pub const ADDRESS_BYTES_MAX: usize = 8 * 1024;

/// Refuses `TRACE` and `CONNECT` everywhere, unknown methods, and addresses of absurd length.
///
/// # Errors
/// `method-not-allowed` or `address-too-long`.
pub async fn check(request: Request, next: Next) -> Result<Response, Problem> {
    const KNOWN: [Method; 7] = [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
        Method::OPTIONS,
    ];
    if !KNOWN.contains(request.method()) {
        let problem = Problem::new(&kinds::METHOD_NOT_ALLOWED, "no address of this server knows that method");
        return Err(
            problem.with_header(ALLOW, HeaderValue::from_static("GET, HEAD, POST, PUT, PATCH, DELETE"))
        );
    }
    let length = request.uri().path_and_query().map_or(0, |address| address.as_str().len());
    if length > ADDRESS_BYTES_MAX {
        return Err(Problem::new(
            &kinds::ADDRESS_TOO_LONG,
            format!("the address may have {ADDRESS_BYTES_MAX} bytes"),
        ));
    }
    Ok(next.run(request).await)
}
