//! What sources call their fields: WordPress, Ghost, dev.to, NewsAPI, trafilatura, news-please, newspaper and others.

use super::Field;

/// By field; the names of one field stand in the order of trust. Without case, spaces, hyphens and underlines.
const NAMES: [(Field, &str); 17] = [
    (
        Field::Title,
        "title headline articletitle storytitle titletext ogtitle name subject titlepage titel titre titulo",
    ),
    (
        Field::Body,
        "contenthtml html bodyhtml articlehtml contentrendered contentencoded content articlebody body maintext \
         rawhtml text fulltext articletext contenttext bodytext story rawtext bodymarkdown markdown plaintext \
         texto texte inhalt",
    ),
    (
        Field::Standfirst,
        "standfirst customexcerpt subtitle subheadline deck dek excerpt summary description abstract teaser lead \
         lede snippet metadescription ogdescription",
    ),
    (
        Field::Url,
        "url link permalink canonicalurl canonical weburl articleurl originalurl finalurl uri href pageurl source",
    ),
    (Field::Id, "id guid uuid articleid postid docid documentid storyid identifier entryid newid"),
    (
        Field::Published,
        "datepublished publishedat published publisheddate publicationdate publishdate datepublish pubdate \
         publishedon publishedtime firstpublished posted postedat postdate date datetime time timestamp created \
         createdat createdate datecreated datum fecha",
    ),
    (
        Field::Modified,
        "datemodified modified modifiedat updatedat updated dateupdated datemodify lastmodified editedat lastupdated",
    ),
    (
        Field::Authors,
        "authors author byline creator creators by writer writers authorname user contributors primaryauthor autor",
    ),
    (Field::Tags, "tags taglist tag topics topic labels hashtags subjects terms categories"),
    (Field::Keywords, "keywords metakeywords newskeywords"),
    (Field::Section, "section articlesection sectionname category channel desk primarytag rubric"),
    (
        Field::Picture,
        "image imageurl urltoimage topimage topimg featureimage featuredimage featuredimageurl coverimage leadimage \
         mainimage ogimage picture thumbnail thumbnailurl jetpackfeaturedmediaurl bannerimage socialimage",
    ),
    (Field::Language, "language lang inlanguage locale"),
    (
        Field::Publisher,
        "publisher sitename publication outlet sourcename newspaper source sourcehostname hostname sourcedomain \
         domain site organization",
    ),
    (Field::Rights, "rights license licence copyright copyrightnotice"),
    (Field::Slug, "slug postname urlslug"),
    (Field::Status, "status poststatus state draft"),
];

/// The name without case and without what sets its words apart.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a field of that name is for, and how much the name is to be trusted: the less the better. A name may serve two
/// fields.
pub(in crate::import) fn field_of(name: &str) -> impl Iterator<Item = (Field, usize)> {
    let plain = plain(name);
    NAMES.into_iter().filter_map(move |(field, names)| {
        let rank = names.split_ascii_whitespace().position(|known| known == plain)?;
        Some((field, rank))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_however_they_are_written() {
        let known = |name: &str| field_of(name).map(|(field, _)| field).collect::<Vec<_>>();
        assert_eq!(known("Date-Published"), [Field::Published]);
        assert_eq!(known("date_published"), known("datePublished"));
        assert_eq!(known("source"), [Field::Url, Field::Publisher]);
        assert_eq!(known("fingerprint"), []);
        assert_eq!(NAMES.map(|(field, _)| field), Field::ALL);
    }
}
