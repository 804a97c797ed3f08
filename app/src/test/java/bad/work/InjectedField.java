package bad.work;

import org.springframework.beans.factory.annotation.Autowired;

/** Bad sample: a dependency nobody can see in the constructor. */
public class InjectedField {

    @Autowired
    private String dependency = "";

    public String dependency() {
        return dependency;
    }
}
