//! The section and the tags of each article, some thousand articles a part: what the hits of a selection are counted by.

#[cfg(not(target_arch = "wasm32"))]
use super::bytes::push;
use super::bytes::{Bytes, Damage};

/// Articles of a part.
pub(super) const ROWS: u32 = 4096;

/// Sections and tags of the articles of a part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// The place of each article's section in the index, and one more; 0 if it has none.
    sections: Vec<u32>,
    /// Where each article's tags end.
    ends: Vec<u32>,
    /// Places of tags in the index.
    tags: Vec<u32>,
}

impl Rows {
    /// Adds an article. Its tags rise.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn push(&mut self, section: Option<u32>, tags: &[u32]) {
        self.sections.push(section.map_or(0, |section| section + 1));
        self.tags.extend_from_slice(tags);
        self.ends.push(u32::try_from(self.tags.len()).expect("a part has a few thousand articles"));
    }

    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        push(&mut out, count(self.sections.len()));
        for (article, section) in self.sections.iter().enumerate() {
            let tags = self.tags(article);
            push(&mut out, *section);
            push(&mut out, count(tags.len()));
            let mut next = 0;
            for tag in tags {
                push(&mut out, tag - next);
                next = tag + 1;
            }
        }
        out
    }

    pub(super) fn read(content: &[u8]) -> Result<Self, Damage> {
        let mut bytes = Bytes(content);
        let mut rows = Self::default();
        for _ in 0..bytes.number()? {
            rows.sections.push(bytes.number()?);
            let mut next = 0_u32;
            for _ in 0..bytes.number()? {
                let tag = next.checked_add(bytes.number()?).ok_or(Damage)?;
                rows.tags.push(tag);
                next = tag.checked_add(1).ok_or(Damage)?;
            }
            rows.ends.push(rows.tags.len() as u32);
        }
        if bytes.0.is_empty() { Ok(rows) } else { Err(Damage) }
    }

    /// The place of an article's section, from the part's first article.
    pub(super) fn section(&self, article: usize) -> Option<u32> {
        self.sections.get(article)?.checked_sub(1)
    }

    /// The places of its tags.
    pub(super) fn tags(&self, article: usize) -> &[u32] {
        let start =
            article.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(article).copied().unwrap_or(start);
        self.tags.get(start as usize..end as usize).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut rows = Rows::default();
        rows.push(Some(2), &[0, 1, 900]);
        rows.push(None, &[]);
        rows.push(Some(0), &[7]);
        let bytes = rows.write();
        assert_eq!(Rows::read(&bytes), Ok(rows.clone()));
        assert_eq!((rows.section(0), rows.section(1), rows.section(9)), (Some(2), None, None));
        assert_eq!((rows.tags(0), rows.tags(1), rows.tags(2)), (&[0, 1, 900][..], &[][..], &[7][..]));
        assert_eq!(rows.tags(9), [0_u32; 0]);
        assert!((0..bytes.len()).all(|end| Rows::read(&bytes[..end]).is_err()));
        assert_eq!(Rows::read(&[&bytes[..], &[0]].concat()), Err(Damage));
    }
}
