package org.onewindow.joint.store;

import java.util.List;
import java.util.Optional;
import org.onewindow.joint.Project;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Project files. */
@Repository
public class ProjectStore {

    private final JdbcClient jdbc;

    ProjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The insertion of a new file. */
    public StateWrite insertion(Project project) {
        return new StateWrite(
                """
                insert into joint.project (id, centre, version, number, green, owner, facts)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)""",
                List.of(
                        project.id(),
                        Centre.OURS,
                        project.version(),
                        project.number(),
                        project.green() != null,
                        project.owner(),
                        JointJson.write(project)));
    }

    /** The change of a file that is still one version back. */
    public StateWrite change(Project project) {
        return new StateWrite(
                """
                update joint.project set version = ?, green = ?, facts = ?::jsonb
                where centre = ? and id = ? and version = ?""",
                List.of(
                        project.version(),
                        project.green() != null,
                        JointJson.write(project),
                        Centre.OURS,
                        project.id(),
                        project.version() - 1));
    }

    public Optional<Project> find(String number) {
        return jdbc.sql("select facts from joint.project where number = ?")
                .param(number)
                .query((row, _) -> JointJson.read(row.getString(1), Project.class))
                .optional();
    }

    public Optional<Project> find(long id) {
        return jdbc.sql("select facts from joint.project where centre = ? and id = ?")
                .params(Centre.OURS, id)
                .query((row, _) -> JointJson.read(row.getString(1), Project.class))
                .optional();
    }

    /** Files, newest first. */
    public List<Project> list(long beforeId, int limit) {
        return jdbc.sql("select facts from joint.project where centre = ? and id < ? order by id desc limit ?")
                .params(Centre.OURS, beforeId, limit)
                .query((row, _) -> JointJson.read(row.getString(1), Project.class))
                .list();
    }
}
