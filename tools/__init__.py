"""What writes into the checkout: the Word templates, the reference pages; not shipped."""
