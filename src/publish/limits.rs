//! What common hosts take on their free plans, as their documentation said in 2026.

use std::fmt;

/// What a host takes; `None` where it names no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HostLimits {
    /// The host's name.
    pub host: &'static str,
    /// Files in all.
    pub files: Option<u64>,
    /// Files and folders in all.
    pub entries: Option<u64>,
    /// Bytes in one file.
    pub file_bytes: Option<u64>,
    /// Bytes in all.
    pub bytes: Option<u64>,
}

/// Netlify is not among them: it limits files in one folder only (54,000), which no site of ours comes near.
pub const HOSTS: [HostLimits; 3] = [
    // https://developers.cloudflare.com/pages/platform/limits/
    HostLimits {
        host: "Cloudflare Pages",
        files: Some(20_000),
        entries: None,
        file_bytes: Some(25 << 20),
        bytes: None,
    },
    // https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits; the file is git's limit there.
    HostLimits {
        host: "GitHub Pages",
        files: None,
        entries: None,
        file_bytes: Some(100 << 20),
        bytes: Some(1 << 30),
    },
    // https://docs.gitlab.com/user/gitlab_com/#gitlab-pages
    HostLimits {
        host: "GitLab Pages",
        files: None,
        entries: Some(200_000),
        file_bytes: None,
        bytes: Some(1 << 30),
    },
];

/// The size of a site's folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SiteSize {
    /// Files.
    pub files: u64,
    /// Folders.
    pub folders: u64,
    /// Bytes in all files.
    pub bytes: u64,
    /// Bytes in the largest.
    pub largest: u64,
}

/// A limit that a site passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excess {
    /// Whose limit it is.
    pub host: &'static str,
    /// Of what.
    pub unit: Unit,
    /// What the host takes.
    pub limit: u64,
    /// What the site has.
    pub found: u64,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Files.
    Files,
    /// Files and folders.
    Entries,
    /// Bytes in a file.
    FileBytes,
    /// Bytes in all.
    Bytes,
}

impl HostLimits {
    /// The limits that a site of this size passes.
    #[must_use]
    pub fn passed_by(&self, size: &SiteSize) -> Vec<Excess> {
        let counts = [
            (Unit::Files, self.files, size.files),
            (Unit::Entries, self.entries, size.files + size.folders),
            (Unit::FileBytes, self.file_bytes, size.largest),
            (Unit::Bytes, self.bytes, size.bytes),
        ];
        let host = self.host;
        let passed = counts.into_iter().filter_map(|(unit, limit, found)| {
            limit.filter(|limit| found > *limit).map(|limit| Excess { host, unit, limit, found })
        });
        passed.collect()
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, unit, limit, found } = *self;
        let mib = |bytes: u64| format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20));
        match unit {
            Unit::Files => write!(f, "{host} takes {limit} files on its free plan, the site has {found}"),
            Unit::Entries => {
                write!(f, "{host} takes {limit} files and folders on its free plan, the site has {found}")
            }
            Unit::FileBytes => {
                write!(
                    f,
                    "{host} takes files of {} on its free plan, the largest has {}",
                    mib(limit),
                    mib(found)
                )
            }
            Unit::Bytes => {
                write!(f, "{host} takes {} on its free plan, the site has {}", mib(limit), mib(found))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(size: SiteSize) -> Vec<String> {
        HOSTS.iter().flat_map(|host| host.passed_by(&size)).map(|excess| excess.to_string()).collect()
    }

    #[test]
    fn a_limit_is_passed_by_one_too_many() {
        let size = SiteSize { files: 20_000, folders: 180_000, bytes: 1 << 30, largest: 25 << 20 };
        assert_eq!(said(size), Vec::<String>::new());
        let size =
            SiteSize { files: 20_001, folders: 180_000, bytes: (1 << 30) + 1, largest: (100 << 20) + 1 };
        assert_eq!(
            said(size),
            [
                "Cloudflare Pages takes 20000 files on its free plan, the site has 20001",
                "Cloudflare Pages takes files of 25.0 MiB on its free plan, the largest has 100.0 MiB",
                "GitHub Pages takes files of 100.0 MiB on its free plan, the largest has 100.0 MiB",
                "GitHub Pages takes 1024.0 MiB on its free plan, the site has 1024.0 MiB",
                "GitLab Pages takes 200000 files and folders on its free plan, the site has 200001",
                "GitLab Pages takes 1024.0 MiB on its free plan, the site has 1024.0 MiB",
            ]
        );
    }
}
