# Counts words and how many there are of each.
{ n += NF; for (i = 1; i <= NF; i++) c[$i]++ } END { for (w in c) d++; print n, d }
