//! Every kind of problem: its code, its status, and what its page says.

use http::StatusCode;

/// A kind of problem. Its code is part of the API: it never changes its meaning.
#[derive(Debug)]
pub struct Kind {
    /// The stable code, the last part of the problem's `type`.
    pub code: &'static str,
    /// The status it is sent with.
    pub status: StatusCode,
    /// The same short title each time.
    pub title: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

macro_rules! kinds {
    ($($name:ident = $status:ident $code:literal, $title:literal, $meaning:literal, $remedy:literal;)*) => {
        $(
            #[doc = concat!("`", $code, "`: ", $meaning)]
            pub static $name: Kind = Kind {
                code: $code, status: StatusCode::$status, title: $title, meaning: $meaning, remedy: $remedy,
            };
        )*

        /// All kinds, in the order of their pages.
        pub static ALL: &[&Kind] = &[$(&$name),*];
    };
}

kinds! {
    // What was asked for.
    NOT_FOUND = NOT_FOUND "not-found", "Not found",
        "There is nothing at this address, or it belongs to somebody else: the two look the same on purpose.",
        "Check the id. Lists such as /api/v1/questions give the ids there are.";
    METHOD_NOT_ALLOWED = METHOD_NOT_ALLOWED "method-not-allowed", "Method not allowed",
        "The address is right, the method is not.",
        "The Allow header of the response lists the methods this address knows.";
    // How it was sent.
    MALFORMED = BAD_REQUEST "malformed", "Malformed request",
        "The request cannot be read: broken JSON, text that is not UTF-8, or a query that does not parse.",
        "The detail says where reading stopped. Send JSON in UTF-8 as RFC 8259 defines it.";
    UNSUPPORTED_MEDIA_TYPE = UNSUPPORTED_MEDIA_TYPE "unsupported-media-type", "Unsupported media type",
        "The body is of a type that this address does not read. A browser cannot send application/json to another site \
         without asking first, which is one reason why the API insists on it.",
        "Send the body as JSON with the header Content-Type: application/json.";
    TOO_LARGE = PAYLOAD_TOO_LARGE "too-large", "Too large",
        "The body is larger than this address reads, as declared or as sent.",
        "Send less: an answer of 20,000 characters fits many times over.";
    ADDRESS_TOO_LONG = URI_TOO_LONG "address-too-long", "Address too long",
        "The address is longer than 8 KiB.",
        "Shorten the search or the cursor.";
    INVALID = UNPROCESSABLE_ENTITY "invalid", "Invalid",
        "The request was read, and something in it cannot be used.",
        "The member errors names each field and says what would be right.";
    WRONG_HOST = MISDIRECTED_REQUEST "wrong-host", "Unknown host name",
        "The request names a host that this server does not answer for. Without this check, a foreign page could point its \
         own name at your machine and read your data (DNS rebinding).",
        "Open the server as 127.0.0.1 or localhost, or have the operator add the name to its configuration (--host).";
    CROSS_SITE = FORBIDDEN "cross-site", "Request from another site",
        "The browser says that another site makes this change. Another site has no business changing your data.",
        "Make the change on our own pages, or from a program that is not a web page.";
    // The state of things.
    CONFLICT = CONFLICT "conflict", "Changed in the meantime",
        "Somebody, perhaps you in another tab, changed the same thing first.",
        "Read it again, then decide whether your change still makes sense.";
    REFUSED = CONFLICT "refused", "Not possible now",
        "The request was understood, and the state of things does not allow it.",
        "The detail says what stands in the way.";
    NOT_NOW = CONFLICT "not-now", "Not at this point of the interview",
        "The move does not fit the phase of the interview: for example, an answer before it has begun.",
        "Read the interview: its phase and its open turn say what is possible.";
    NOT_THIS_TURN = CONFLICT "not-this-turn", "Another turn is open",
        "The move names a turn that is not the open one, perhaps because another tab was quicker.",
        "Read the interview and use the number of its open turn.";
    ANSWERED_OTHERWISE = CONFLICT "answered-otherwise", "Already answered",
        "This turn has another answer already. An answer that was given stays as it was given.",
        "Read the interview. After it is over, the question can be answered again as a retake.";
    NO_MORE_HINTS = CONFLICT "no-more-hints", "No more hints",
        "All hints for this question were taken, or hints are taken one after the other and this is not the next one.",
        "Answer with what you have, or skip the question.";
    INTERVIEW_OVER = CONFLICT "interview-over", "The interview is over",
        "It was finished, so nothing can be added to it.",
        "Read its notes, answer one of its questions again, or start another.";
    INTERVIEW_PAUSED = CONFLICT "interview-paused", "The interview is paused",
        "It was left for now.",
        "Resume it first.";
    NO_NOTES_YET = CONFLICT "no-notes-yet", "No notes yet",
        "There are notes from the first answered question on.",
        "Answer or skip a question first.";
    STALE = PRECONDITION_FAILED "stale", "Changed since you read it",
        "The If-Match header names a version that is no longer the current one.",
        "Read it again, and send its new ETag with your change.";
    PRECONDITION_REQUIRED = PRECONDITION_REQUIRED "precondition-required", "If-Match is missing",
        "This change must say which version it is based on, so that nobody's change is lost unseen.",
        "Send the ETag you got when reading as the header If-Match.";
    // Repetition and amount.
    IDEMPOTENCY_KEY_INVALID = BAD_REQUEST "idempotency-key-invalid", "Unusable Idempotency-Key",
        "An Idempotency-Key has 1 to 255 visible ASCII characters, and a request has at most one.",
        "Send a fresh random value, such as a UUID, with each new operation, and the same value with its retries.";
    IDEMPOTENCY_KEY_REUSED = UNPROCESSABLE_ENTITY "idempotency-key-reused", "Idempotency-Key used for something else",
        "The key was already sent with another method, address or body in the last 24 hours.",
        "A key names one operation: take a new key for a new operation.";
    IDEMPOTENCY_IN_FLIGHT = CONFLICT "idempotency-in-flight", "The first request is still running",
        "A request with the same Idempotency-Key is being worked on.",
        "Wait for the seconds that Retry-After gives, then repeat: you will get the first request's response.";
    QUOTA_EXCEEDED = TOO_MANY_REQUESTS "quota-exceeded", "Too many changes",
        "More changes came from your address than the policy in the RateLimit-Policy header allows.",
        "Wait for the seconds that Retry-After gives.";
    // Us.
    TIMED_OUT = SERVICE_UNAVAILABLE "timed-out", "It took too long",
        "The work was not done within the time a request may take, so we stopped waiting for it.",
        "Try again. With an Idempotency-Key you may repeat without fear of doing it twice.";
    UNAVAILABLE = SERVICE_UNAVAILABLE "unavailable", "Not available just now",
        "Something we need does not answer, or the disk is full or read-only.",
        "Try again after the seconds that Retry-After gives. Reading may work while saving does not.";
    INTERNAL = INTERNAL_SERVER_ERROR "internal", "Our fault",
        "Something went wrong on our side. What was saved before is still there.",
        "Try again. If it happens again, the operator finds the cause in the log by the request id.";
}

/// The kind with a code.
pub fn find(code: &str) -> Option<&'static Kind> {
    ALL.iter().copied().find(|kind| kind.code == code)
}

/// The kind for a status that something below us answered with.
pub(super) fn of_status(status: StatusCode) -> &'static Kind {
    match status {
        StatusCode::NOT_FOUND => &NOT_FOUND,
        StatusCode::METHOD_NOT_ALLOWED => &METHOD_NOT_ALLOWED,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => &UNSUPPORTED_MEDIA_TYPE,
        StatusCode::PAYLOAD_TOO_LARGE => &TOO_LARGE,
        StatusCode::UNPROCESSABLE_ENTITY => &INVALID,
        status if status.is_client_error() => &MALFORMED,
        _ => &INTERNAL,
    }
}
