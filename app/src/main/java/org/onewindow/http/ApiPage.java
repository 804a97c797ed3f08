package org.onewindow.http;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to read and try the API; everything it is made of is served by ourselves. */
@Controller
final class ApiPage {

    @GetMapping({"/api", "/api/"})
    String show() {
        return "http/api";
    }
}
