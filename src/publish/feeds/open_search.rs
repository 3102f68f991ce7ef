//! How browsers ask the site's search by themselves (OpenSearch 1.1,
//! <https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md>).

use crate::publish::config::BaseUrl;
use crate::site::SiteName;

use super::File;
use super::xml::Xml;

/// The path of the description.
pub(in crate::publish) const PATH: &str = "opensearch.xml";

const NAMESPACE: [(&str, &str); 1] = [("xmlns", "http://a9.com/-/spec/opensearch/1.1/")];

/// The most letters of a short name, and of a description.
const SHORT_NAME: usize = 16;
const DESCRIPTION: usize = 1024;

/// The description.
pub(super) fn file(site: &SiteName, base: &BaseUrl) -> File {
    let template = format!("{}?q={{searchTerms}}", base.as_str());
    let description = site.description.as_deref().unwrap_or(&site.title);
    let mut xml = Xml::new();
    xml.open("OpenSearchDescription", &NAMESPACE);
    xml.text("ShortName", &first(&site.title, SHORT_NAME));
    xml.text("LongName", &first(&site.title, 3 * SHORT_NAME));
    xml.text("Description", &first(description, DESCRIPTION));
    xml.text("InputEncoding", "UTF-8");
    xml.empty("Url", &[("type", "text/html"), ("template", &template)]);
    xml.close("OpenSearchDescription");
    (PATH.to_owned(), xml.into_bytes())
}

/// As many letters, to the end of a word if there is one.
fn first(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    match cut.rsplit_once(' ') {
        Some((words, _)) => words.trim_end().to_owned(),
        None => cut,
    }
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn names_end_with_a_word() {
        assert_eq!(first("The Gazette", 16), "The Gazette");
        assert_eq!(first("The Long Gazette of Everything", 16), "The Long");
        assert_eq!(first("Zeitungswissenschaftliches", 16), "Zeitungswissensc");
    }
}
