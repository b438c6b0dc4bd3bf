"""Where records come from: official files read into facts, and facts written as YAML.

Nothing here reads the record or imports another room; what a reader must know beforehand
(names of States, who was a member, the skeleton of the texts) is passed in. The official text of
a paragraph goes into the text store on the user's machine and never into the record.
"""
