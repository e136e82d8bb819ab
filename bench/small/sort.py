# Sorts the numbers of a file.
numbers = [int(line) for line in open("numbers.txt")]
numbers.sort()
open("sorted.txt", "w").write("\n".join(map(str, numbers)))
print(len(numbers), numbers[0], numbers[999999])
