<?php
// Closes the REST interface, as plug-ins for security do.

add_filter('rest_authentication_errors', fn () => new WP_Error('closed', '', ['status' => 401]));
