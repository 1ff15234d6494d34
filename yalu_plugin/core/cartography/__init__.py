"""Placement of symbols on printed maps: spreading overlapping ones, and finding dense reaches."""
