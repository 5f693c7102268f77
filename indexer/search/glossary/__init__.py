"""What words and abbreviations of the programme mean, in a sentence each."""
