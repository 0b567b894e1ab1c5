package dev.sextant.local.desk;

import dev.sextant.backtest.report.ReportFolder;
import dev.sextant.local.backtest.Backtests;
import dev.sextant.local.backtest.RecordedFiles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where this desk's replays find their files, and where their reports stay. */
final class DeskBacktests {

    private DeskBacktests() {}

    static Backtests of(Path home, StateFolder state) {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("captures", home.resolve("captures"));
        folders.put(StateFolder.BOOKS, state.path(StateFolder.BOOKS));
        return new Backtests(
                new RecordedFiles(folders),
                new ReportFolder(state.path(StateFolder.BACKTESTS)),
                Desk.VERSION,
                InstantSource.system(),
                run -> Thread.ofPlatform().daemon().name("backtest").start(run));
    }
}
