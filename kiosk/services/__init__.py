"""One module for each thing a person does; no Qt and no threads."""
