//! What a share picture says.

use crate::article::{Article, Date, Direction, Language};
use crate::publish::viewer::content_hash;
use crate::site::SiteName;
use crate::view::day;

use super::{DRAWING, Palette};

/// The texts of a share picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShareText {
    /// Cut with an ellipsis when it doesn't fit in five lines.
    pub headline: String,
    /// Above the headline.
    pub section: Option<String>,
    /// Who first published it, or the site.
    pub publisher: String,
    /// As it is shown.
    pub date: Option<String>,
    /// Of all texts; decides between the forms that letters have in several languages.
    pub language: Option<Language>,
}

impl ShareText {
    /// What the picture of an article says.
    #[must_use]
    pub fn of(article: &Article, site: &SiteName) -> Self {
        let language = article.language.clone().or_else(|| site.language.clone());
        let publisher = article.publisher.as_ref().map_or(&site.title, |publisher| &publisher.name);
        Self {
            headline: article.title.clone(),
            section: article.section.clone(),
            publisher: publisher.clone(),
            date: article.published.map(|at| written(at.date, language.as_ref())),
            language,
        }
    }

    /// Changes whenever the picture does, unless other fonts were installed: what is unchanged need not be drawn again.
    #[must_use]
    pub fn fingerprint(&self, palette: &Palette) -> String {
        content_hash(format!("{DRAWING} {self:?} {palette:?}").as_bytes())
    }

    /// Only if the language says so; else the headline's first letter decides.
    pub(super) fn direction(&self) -> Option<Direction> {
        self.language.as_ref().map(Language::direction)
    }
}

/// In words for English, in the country's order for East Asia; else as ISO 8601 has it, which is read everywhere.
fn written(date: Date, language: Option<&Language>) -> String {
    let (year, month, of_month) = (date.year(), date.month(), date.day());
    match language.map_or("en", Language::primary) {
        "en" => day(date),
        "ja" | "zh" => format!("{year}年{month}月{of_month}日"),
        "ko" => format!("{year}년 {month}월 {of_month}일"),
        _ => date.to_string(),
    }
}
