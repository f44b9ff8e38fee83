// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.io.PrintStream;
import picocli.CommandLine;

/** Makes the commands, and gives them where to write. */
final class CommandFactory implements CommandLine.IFactory {
    private final PrintStream out;
    private final PrintStream err;
    private final ControllerHost host;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    CommandFactory(PrintStream out, PrintStream err, ControllerHost host) {
        this.out = out;
        this.err = err;
        this.host = host;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == BacktestCommand.class) {
            return type.cast(new BacktestCommand(out, err));
        }
        if (type == SimulateCommand.class) {
            return type.cast(new SimulateCommand(out, err));
        }
        if (type == ForecastCommand.class) {
            return type.cast(new ForecastCommand(out, err));
        }
        if (type == DemoCommand.class) {
            return type.cast(new DemoCommand(out));
        }
        if (type == ValidateCommand.class) {
            return type.cast(new ValidateCommand(out));
        }
        if (type == FleetCommand.class) {
            return type.cast(new FleetCommand(out));
        }
        if (type == RunCommand.class) {
            return type.cast(new RunCommand(out, host));
        }
        return others.create(type);
    }
}
