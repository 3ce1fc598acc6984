"""Questions in plain English answered from the record, and backgrounders written from it, each sentence cited."""
