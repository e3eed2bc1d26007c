"""What must hold inside a checklist, a vocabulary and an assessment beyond the shape of each part."""
