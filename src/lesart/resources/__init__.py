"""Resources: lexicons, gazetteers and models that ship as data, read once and handed up."""
