"""The one window of the front desk."""
