-- The inverted index over analysed text. Tokens arrive analysed and joined by one space, so the tokenizer only has to
-- split at spaces: `ascii` keeps every byte beyond ASCII, and tokenchars every sign within it.
CREATE VIRTUAL TABLE search USING fts5 (
    name_text, other_names_text, commodity_text, description_text, place_text,
    content = '', columnsize = 1, detail = full,
    tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\]^_`{|}~'"
);
