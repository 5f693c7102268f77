"""User stories, played whole: each by mouse and by keyboard alone."""
