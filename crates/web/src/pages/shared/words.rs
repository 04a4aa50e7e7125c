//! Names and numbers as a reader wants them.

use greenroom_bank::Kind;
use greenroom_core::{Bar, Level, Slug};

/// Parts of slugs that are not written as plain lower-case words.
const SPELLED: &[(&str, &str)] = &[
    ("acid", "ACID"),
    ("api", "API"),
    ("authn", "Authn"),
    ("authz", "authz"),
    ("aws", "AWS"),
    ("cap", "CAP"),
    ("cassandra", "Cassandra"),
    ("cd", "CD"),
    ("cdn", "CDN"),
    ("ci", "CI"),
    ("cors", "CORS"),
    ("csr", "CSR"),
    ("csrf", "CSRF"),
    ("db", "DB"),
    ("dns", "DNS"),
    ("docker", "Docker"),
    ("dynamodb", "DynamoDB"),
    ("elasticsearch", "Elasticsearch"),
    ("gdpr", "GDPR"),
    ("grafana", "Grafana"),
    ("graphql", "GraphQL"),
    ("grpc", "gRPC"),
    ("haproxy", "HAProxy"),
    ("http", "HTTP"),
    ("iot", "IoT"),
    ("java", "Java"),
    ("javascript", "JavaScript"),
    ("jwt", "JWT"),
    ("kafka", "Kafka"),
    ("kubernetes", "Kubernetes"),
    ("memcached", "Memcached"),
    ("mongodb", "MongoDB"),
    ("mysql", "MySQL"),
    ("nginx", "NGINX"),
    ("nodejs", "Node.js"),
    ("nosql", "NoSQL"),
    ("oauth2", "OAuth 2"),
    ("opentelemetry", "OpenTelemetry"),
    ("orm", "ORM"),
    ("postgresql", "PostgreSQL"),
    ("prometheus", "Prometheus"),
    ("python", "Python"),
    ("rabbitmq", "RabbitMQ"),
    ("redis", "Redis"),
    ("rest", "REST"),
    ("rust", "Rust"),
    ("sql", "SQL"),
    ("sqs", "SQS"),
    ("sqlite", "SQLite"),
    ("ssr", "SSR"),
    ("tcp", "TCP"),
    ("tls", "TLS"),
    ("udp", "UDP"),
];

/// Whole slugs that read better in other words.
const RENAMED: &[(&str, &str)] = &[
    ("auth", "Sign-in and permissions"),
    ("behavioural", "Behavioural"),
    ("ci-cd", "CI/CD"),
    ("data", "Data modelling"),
    ("delivery", "Delivery and deployment"),
];

/// The name of a topic or technology, or the short title of a question: `api-design` is "API design".
pub fn name(slug: &Slug) -> String {
    if let Some((_, name)) = RENAMED.iter().find(|(from, _)| *from == slug.as_str()) {
        return (*name).to_owned();
    }
    let words: Vec<&str> = slug.as_str().split('-').map(spelled).collect();
    capitalised(&words.join(" "))
}

fn spelled(word: &str) -> &str {
    SPELLED.iter().find(|(from, _)| *from == word).map_or(word, |(_, to)| *to)
}

/// The text with its first letter as a capital.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A message as a sentence: with a capital and a full stop.
pub fn sentence(text: &str) -> String {
    let stop = if text.ends_with(['.', '?']) { "" } else { "." };
    format!("{}{stop}", capitalised(text))
}

/// The name of a level.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Beginner => "Beginner",
        Level::Intermediate => "Intermediate",
        Level::Advanced => "Advanced",
    }
}

/// The name of a bar.
pub fn bar(bar: Bar) -> &'static str {
    match bar {
        Bar::Junior => "Junior",
        Bar::Mid => "Mid",
        Bar::Senior => "Senior",
    }
}

/// The name of a kind of question.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Concept => "Concept",
        Kind::Scenario => "Scenario",
        Kind::Design => "Design",
        Kind::Experience => "Experience",
        Kind::Coding => "Coding",
    }
}

/// "6 min".
pub fn minutes(minutes: impl std::fmt::Display) -> String {
    format!("{minutes} min")
}

/// A number in words up to twelve, in digits above.
pub fn number(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// The number in words with its noun: "three questions", "one question", "no questions".
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// At most that many characters, cut at a word and marked with an ellipsis.
pub fn shortened(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let cut: String = text.chars().take(max).collect();
    let kept = cut.rfind(char::is_whitespace).and_then(|at| cut.get(..at)).unwrap_or(&cut);
    format!("{}…", kept.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation()))
}

/// A number of bytes for a reader: "1.4 MB".
pub fn bytes(bytes: u64) -> String {
    const STEPS: [(&str, u64); 3] = [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)];
    for (unit, size) in STEPS {
        if bytes >= size {
            let tenths = bytes * 10 / size;
            return format!("{}.{} {unit}", tenths / 10, tenths % 10);
        }
    }
    format!("{bytes} bytes")
}

/// Text as a part of an address's query.
pub fn encoded(text: &str) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(text: &str) -> Slug {
        text.parse().expect("slug")
    }

    #[test]
    fn names_are_spelled_as_people_write_them() {
        for (from, to) in [
            ("api-design", "API design"),
            ("ci-cd", "CI/CD"),
            ("postgresql", "PostgreSQL"),
            ("databases", "Databases"),
            ("sql-vs-nosql", "SQL vs NoSQL"),
        ] {
            assert_eq!(name(&slug(from)), to);
        }
    }

    #[test]
    fn long_text_is_cut_at_a_word() {
        assert_eq!(shortened("one two three", 100), "one two three");
        assert_eq!(shortened("one two, three", 9), "one two…");
        assert_eq!(shortened("ßßßßßß", 3), "ßßß…");
    }

    #[test]
    fn counts_and_sizes_read_well() {
        assert_eq!(count(1, "question", "questions"), "one question");
        assert_eq!(count(13, "question", "questions"), "13 questions");
        assert_eq!(bytes(999), "999 bytes");
        assert_eq!(bytes(1_449_000), "1.4 MB");
    }

    #[test]
    fn query_text_is_encoded() {
        assert_eq!(encoded("a b&c/ß"), "a%20b%26c%2F%C3%9F");
    }
}
