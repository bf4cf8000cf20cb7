import ArgumentParser
import FanganExport
import FanganStore

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds where words stand in all plans of a store.",
        discussion: """
            Words of one character and more are found, in the titles of plans and in their items: heading, text, \
            units as printed. Of several words all must stand in one item.

            Examples:
              fangan search 口袋公园 --store tasks
              fangan search 园 财政局 --store tasks --limit 10
              fangan search 石柱委办〔2022〕31号 --store tasks --json
            """)

    @Argument(help: "Words.")
    var words: [String]

    @OptionGroup var options: StoreOptions

    @Option(help: ArgumentHelp("Shows no more than this.", valueName: "n"))
    var limit = 50

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    }

    func run() throws {
        let words = words.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        try options.answer { store in
            guard let (hits, isComplete) = try store.search(words, limit: limit) else {
                Terminal.error("There is nothing to search for: every word needs a letter or a digit.")
                throw ExitStatus.usage
            }
            if options.json { return try Terminal.writeOutput(StoredJSON.encode(hits, words: words, isComplete: isComplete)) }
            try Terminal.writeOutput(Array(options.printer.print(hits, isComplete: isComplete).utf8))
        }
    }
}
