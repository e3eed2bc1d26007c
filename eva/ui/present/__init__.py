"""What pages show, as pure functions: an opened assessment and words in, blocks and HTML out."""
