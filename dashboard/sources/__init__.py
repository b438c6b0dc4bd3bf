"""Where records come from: official files read into facts, and facts written as YAML.

Nothing here reads the record or imports another room; what a reader must know beforehand
(names of States, who was a member) is passed in. No text of a paragraph leaves this room.
"""
