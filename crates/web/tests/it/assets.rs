//! Style sheet, scripts, fonts.

use axum::body::Body;
use greenroom_web::assets;
use http::Method;

use crate::support::{Answer, Door, request};

async fn get_with(door: &Door, path: &str, name: &str, value: &str) -> Answer {
    door.send(request(Method::GET, path).header(name, value).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn every_asset_is_served_for_ever_under_its_hash() {
    let door = Door::open().await;
    for name in assets::names() {
        let answer = door.get(&assets::url(name)).await;
        assert_eq!(answer.status, 200, "{name}");
        assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
        let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(name);
        assert!(
            answer.body == std::fs::read(source).unwrap(),
            "{name} was changed after the build, or is served wrongly"
        );
        let kind = answer.header("content-type").unwrap();
        let expect = match name.rsplit_once('.').unwrap().1 {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "woff2" => "font/woff2",
            "svg" => "image/svg+xml",
            _ => kind,
        };
        assert_eq!(kind, expect, "{name}");
    }
}

#[tokio::test]
async fn a_browser_that_has_it_is_told_so_and_one_that_unpacks_gets_it_packed() {
    let door = Door::open().await;
    let url = assets::url("app.css");
    let plain = door.get(&url).await;
    let packed = get_with(&door, &url, "accept-encoding", "gzip, br").await;
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert_eq!(packed.header("vary"), Some("accept-encoding"));
    assert!(packed.body.len() < plain.body.len() / 2);
    assert_ne!(packed.header("etag"), plain.header("etag"));
    let known = get_with(&door, &url, "if-none-match", plain.header("etag").unwrap()).await;
    assert_eq!((known.status.as_u16(), known.body.len()), (304, 0));
    assert_eq!(known.header("cache-control"), plain.header("cache-control"));
}

#[tokio::test]
async fn what_is_not_an_asset_of_this_build_is_not_found() {
    let door = Door::open().await;
    let here = assets::url("app.css");
    let folder = here.strip_suffix("/app.css").unwrap();
    let others = ["/assets", "/assets/", "/assets/000000000000/app.css", &format!("{folder}/nothing.css")];
    let outside = [
        format!("{folder}/../Cargo.toml"),
        format!("{folder}/%2e%2e/Cargo.toml"),
        format!("{folder}//app.css"),
    ];
    for path in others.into_iter().chain(outside.iter().map(String::as_str)) {
        let answer = door.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
    }
}
