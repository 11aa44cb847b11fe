"""What a company settles once, for everybody who works with this installation: each rule a word of HouseRule and a file here.

A rule's file says what its value means, reads it and keeps a new one. That it holds for all, and who said it when, is kept in one table.
"""
