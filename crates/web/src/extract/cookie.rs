//! Reading a cookie.

use http::HeaderMap;
use http::header::COOKIE;

/// The value of a cookie, as sent.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let line = HeaderValue::from_static("xtheme=night; theme=day; a=b=c");
        let headers = HeaderMap::from_iter([(COOKIE, line)]);
        assert_eq!(cookie(&headers, "theme"), Some("day"));
        assert_eq!(cookie(&headers, "a"), Some("b=c"));
        assert_eq!(cookie(&headers, "them"), None);
    }
}
