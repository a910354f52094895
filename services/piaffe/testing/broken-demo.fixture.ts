/** What a thread begins with that is to make the rides of a demo, and does not. */
throw new Error('no rides today');
