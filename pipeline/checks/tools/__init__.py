"""What several checks look with: texts of a branch, likeness, working days, lists."""
