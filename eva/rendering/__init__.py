"""Reports as documents: semantic HTML of a small documented subset, its tree, and the archival PDF made from it."""
