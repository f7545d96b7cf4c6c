"""What the tests share: a small sound branch and the notation in which cases change it."""
