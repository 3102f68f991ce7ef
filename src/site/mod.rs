//! What a site is made of: routes, query strings, paths and the shapes of its data files. Pure.
