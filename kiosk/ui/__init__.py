"""The windows. Importing the package itself imports no Qt."""
