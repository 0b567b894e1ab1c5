package dev.sextant.local.cli;

import dev.sextant.signals.strategy.InvalidStrategyException;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.strategy.StrategyFile;
import dev.sextant.signals.strategy.StrategyProblem;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads strategy files for the commands, with errors a user can act on. */
final class StrategyPaths {

    private StrategyPaths() {}

    static Strategy read(Path file) {
        try {
            return StrategyFile.parse(Files.readString(file));
        } catch (InvalidStrategyException e) {
            throw UserError.failed(e.problems().stream()
                    .map(StrategyPaths::line)
                    .collect(Collectors.joining("\n  ", file + " is refused:\n  ", "")));
        } catch (NoSuchFileException e) {
            throw UserError.usage(file + ": no such file");
        } catch (MalformedInputException e) {
            throw UserError.failed(file + ": not UTF-8 text");
        } catch (IOException e) {
            throw UserError.failed(file + ": " + e.getMessage());
        }
    }

    static String line(StrategyProblem problem) {
        return problem.path() + ": " + problem.value() + ", expected " + problem.expected();
    }
}
