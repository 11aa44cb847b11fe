"""The public side: pages that anybody with their private address may see. It knows what was published, and nothing else of the house."""
