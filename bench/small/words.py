# Counts words and how many there are of each, line by line.
counts = {}
words = 0
for line in open("words.txt"):
    for word in line.split():
        words += 1
        counts[word] = counts.get(word, 0) + 1
print(words, len(counts))
