// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Makes the commands, and gives them where to write. */
final class CommandFactory implements CommandLine.IFactory {
    private final Map<Class<?>, Supplier<Object>> commands;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    CommandFactory(PrintStream out, PrintStream err, ControllerHost host) {
        this.commands =
                Map.ofEntries(
                        Map.entry(BacktestCommand.class, () -> new BacktestCommand(out, err)),
                        Map.entry(SimulateCommand.class, () -> new SimulateCommand(out, err)),
                        Map.entry(ForecastCommand.class, () -> new ForecastCommand(out, err)),
                        Map.entry(DemoCommand.class, () -> new DemoCommand(out)),
                        Map.entry(ValidateCommand.class, () -> new ValidateCommand(out)),
                        Map.entry(FleetCommand.class, () -> new FleetCommand(out)),
                        Map.entry(RunCommand.class, () -> new RunCommand(out, host)),
                        Map.entry(GetCommand.class, () -> new GetCommand(out)),
                        Map.entry(ExplainCommand.class, () -> new ExplainCommand(out)),
                        Map.entry(HistoryCommand.class, () -> new HistoryCommand(out)),
                        Map.entry(PlanCommand.class, () -> new PlanCommand(out)),
                        Map.entry(ApproveCommand.class, () -> new ApproveCommand(out)),
                        Map.entry(RejectCommand.class, () -> new RejectCommand(out)),
                        Map.entry(RevertCommand.class, () -> new RevertCommand(out)),
                        Map.entry(PauseCommand.class, () -> new PauseCommand(out)),
                        Map.entry(ResumeCommand.class, () -> new ResumeCommand(out)),
                        Map.entry(DoctorCommand.class, () -> new DoctorCommand(out, host)));
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Supplier<Object> command = commands.get(type);
        return command == null ? others.create(type) : type.cast(command.get());
    }
}
