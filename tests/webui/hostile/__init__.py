"""Requests that mean harm, made from what the pages themselves offer, and what every answer has to be like."""
