"""What stands between the network and the record: answers, headers, memory."""
