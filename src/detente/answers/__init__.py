"""Questions in plain English answered from the record, and backgrounders written from it; every sentence cites its claims."""
