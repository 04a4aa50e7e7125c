//! A door to knock at: the router over a store of its own, with a clock that stands still and seeded randomness.

use axum::Router;
use axum::body::{Body, Bytes};
use greenroom_app::App;
use greenroom_store::{Access, Config, Store};
use greenroom_testkit::{FixedClock, SeededEntropy};
use greenroom_web::problem::kinds;
use greenroom_web::{WebConfig, WebState, router};
use http::header::{CONTENT_TYPE, HOST};
use http::{HeaderMap, Method, Request, StatusCode};
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;

/// A running door.
pub(crate) struct Door {
    pub(crate) state: WebState,
    pub(crate) clock: FixedClock,
    pub(crate) router: Router,
    _dir: TempDir,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Door {
    pub(crate) async fn open() -> Self {
        Self::open_with(WebConfig::default()).await
    }

    pub(crate) async fn open_with(config: WebConfig) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let store =
            Store::open(Config::sqlite(dir.path().join("test.db"), Access::Serve)).await.expect("a store");
        let clock = FixedClock::default();
        let catalog = crate::content::catalog();
        let app = App::start(store, catalog, Box::new(clock.clone()), Box::new(SeededEntropy::new(7)));
        let state = WebState::new(app.await.expect("the application"), config);
        Self { router: router(state.clone()), state, clock, _dir: dir }
    }

    /// Sends a request and checks what holds for every response.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let is_head = request.method() == Method::HEAD;
        let response = self.router.clone().oneshot(request).await.expect("the router never fails");
        let (head, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.expect("a body");
        let answer = Answer { status: head.status, headers: head.headers, body };
        answer.check_always(is_head);
        answer
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(request(Method::GET, path).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Answer {
        self.json(Method::POST, path, body).await
    }

    pub(crate) async fn json(&self, method: Method, path: &str, body: &Value) -> Answer {
        self.send(json_request(method, path, body).body(Body::from(body.to_string())).unwrap()).await
    }
}

/// A request as a program on this machine sends it.
pub(crate) fn request(method: Method, path: &str) -> http::request::Builder {
    Request::builder().method(method).uri(path).header(HOST, "127.0.0.1:8080")
}

/// The same, with a JSON body to come.
pub(crate) fn json_request(method: Method, path: &str, _body: &Value) -> http::request::Builder {
    request(method, path).header(CONTENT_TYPE, "application/json")
}

impl Answer {
    /// What holds for every response of this server, in every test.
    fn check_always(&self, is_head: bool) {
        let kind = self.header("content-type").unwrap_or("");
        for name in
            ["content-security-policy", "permissions-policy", "x-content-type-options", "referrer-policy"]
        {
            assert!(self.headers.contains_key(name), "{name} is missing: {self:?}");
        }
        assert!(self.headers.contains_key("cache-control"), "{self:?}");
        let id = self.header("x-request-id").expect("a request id");
        if !(self.status.is_client_error() || self.status.is_server_error()) || is_head {
            return;
        }
        assert!(
            !kind.starts_with("text/plain") && !kind.is_empty(),
            "a bare error left the server: {self:?}"
        );
        if kind == "application/problem+json" {
            let problem = self.value();
            assert_eq!(problem["status"], self.status.as_u16(), "{problem}");
            assert_eq!(problem["request_id"], id, "{problem}");
            let code = problem["code"].as_str().expect("a code");
            assert!(kinds::find(code).is_some(), "{code} is not in the table");
            assert_eq!(problem["type"], format!("/problems/{code}"));
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("a plain header"))
    }

    pub(crate) fn value(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("UTF-8")
    }

    /// The body of a success.
    #[track_caller]
    pub(crate) fn ok(&self) -> Value {
        assert!(self.status.is_success(), "{} {}", self.status, self.text());
        self.value()
    }

    /// Expects a problem document of a code.
    #[track_caller]
    pub(crate) fn problem(&self, code: &str) -> Value {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self:?}");
        let problem = self.value();
        assert_eq!(problem["code"], code, "{problem}");
        problem
    }
}
