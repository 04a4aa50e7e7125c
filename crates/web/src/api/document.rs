//! The OpenAPI document: taken from the handlers, completed with what the layers do for all of them.

use std::sync::LazyLock;

use utoipa::OpenApi as _;
use utoipa::openapi::link::{Link, LinkBuilder};
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{Content, OpenApi, Ref, RefOr, Required, Response, ResponseBuilder};

use crate::api::v1;
use crate::problem::present::Document;

/// What the handlers do not say.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Greenroom",
        version = "1",
        description = "Rehearse backend interviews: questions, evaluations with evidence, interviews, notes.\n\n\
            Bodies are JSON. Every failure is a problem document (RFC 9457) with a stable `code`. Lists are read page by \
            page: follow `next`. Reads carry an `ETag`. A `POST` may carry an `Idempotency-Key` and be repeated without \
            fear for 24 hours. Every response names its `X-Request-Id`.",
        license(name = "MIT OR Apache-2.0"),
    ),
    components(schemas(Document<'_>)),
    tags(
        (name = "questions", description = "What is asked, and what a good answer says."),
        (name = "evaluations", description = "An answer goes in, verdicts with evidence come out."),
        (name = "interviews", description = "A whole interview, move by move, and the notes on it."),
        (name = "settings", description = "How things look to you, and what you prepare for."),
        (name = "drafts", description = "What is typed and not yet sent."),
        (name = "me", description = "All that is kept about you."),
        (name = "document", description = "This document."),
    )
)]
struct Base;

/// The document.
pub fn document() -> &'static OpenApi {
    static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(build);
    &DOCUMENT
}

/// The document as it is served and as `docs/openapi.json` keeps it.
pub fn document_text() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| document().to_pretty_json().unwrap_or_default() + "\n");
    &TEXT
}

fn build() -> OpenApi {
    let mut document = Base::openapi();
    document.merge(v1::endpoints().into_openapi());
    for item in document.paths.paths.values_mut() {
        complete(item);
    }
    link(&mut document, "/api/v1/interviews");
    link(&mut document, "/api/v1/evaluations");
    document
}

/// What the layers do: problems everywhere, `304` for reads, keys for creations.
fn complete(item: &mut PathItem) {
    let PathItem { get, put, post, delete, patch, .. } = item;
    for operation in
        [get.as_mut(), put.as_mut(), post.as_mut(), delete.as_mut(), patch.as_mut()].into_iter().flatten()
    {
        operation.responses.responses.insert("default".to_owned(), RefOr::T(problem()));
    }
    if let Some(get) = get {
        get.responses.responses.insert("304".to_owned(), RefOr::T(Response::new("You have it already")));
        add(get, "If-None-Match", "The ETag you have; `304` if it is still the same", ObjectBuilder::new());
    }
    if let Some(post) = post {
        let about = "A fresh random value, repeated with every retry; kept for 24 hours";
        add(post, "Idempotency-Key", about, ObjectBuilder::new().pattern(Some("^[!-~]{1,255}$")));
    }
}

/// Leads from what was created to all that can be done with it.
fn link(document: &mut OpenApi, collection: &str) {
    let below = format!("{collection}/{{id}}");
    let inside = document.paths.paths.iter().filter(|(path, _)| path.starts_with(&below));
    let items = inside.flat_map(|(_, item)| [&item.get, &item.post, &item.delete]).flatten();
    let links: Vec<(String, Link)> = items
        .filter_map(|operation| operation.operation_id.clone())
        .map(|id| {
            (id.clone(), LinkBuilder::new().operation_id(id).parameter("id", "$response.body#/id").build())
        })
        .collect();
    let created = document.paths.paths.get_mut(collection).and_then(|item| item.post.as_mut());
    if let Some(RefOr::T(response)) = created.and_then(|post| post.responses.responses.get_mut("201")) {
        response.links.extend(links.into_iter().map(|(id, link)| (id, RefOr::T(link))));
    }
}

fn problem() -> Response {
    let content = Content::new(Some(RefOr::Ref(Ref::from_schema_name("Problem"))));
    ResponseBuilder::new().description("A problem").content("application/problem+json", content).build()
}

/// Adds a header that may be sent.
fn add(operation: &mut Operation, name: &str, about: &str, schema: ObjectBuilder) {
    let header = ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(about))
        .schema(Some(schema.schema_type(Type::String).build()))
        .build();
    operation.parameters.get_or_insert_default().push(RefOr::T(header));
}
