// What an operator wants to be told: no digest, jobs that fail, errors, refused sign-ins, answers that failed.
param name string
param location string
param email string
param workspaceId string
param appName string
param appId string
param digestMissedDay int
param tags object

// The program's own log lines (docs/operating.md); its levels: 50 = our bug or an outage.
var logs = 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "${appName}" and ContainerName_s == "lotse" | extend line = parse_json(Log_s) | extend msg = tostring(line.msg)'
var rules = [
  {
    // A rule looks back two days at most, so the week is looked at once, early on a fixed day.
    name: 'digest-missing'
    description: 'No digest was posted this week.'
    query: 'let posted = toscalar(${logs} | where msg == "job done" and tostring(line.job) == "digest" and toint(line.sent) > 0 | count); print posted = posted | where posted == 0 and dayofweek(now()) == ${digestMissedDay}d and hourofday(now()) < 6'
    every: 'PT6H'
    window: 'P2D'
    threshold: 0
  }
  {
    name: 'jobs-failing'
    description: 'Messages of a job (requests, reminders, digest) could not be delivered.'
    query: '${logs} | where msg == "job done" and toint(line.failed) > 0 or msg in ("what is due could not be done", "something due could not be done; it is tried again")'
    every: 'PT15M'
    window: 'PT15M'
    threshold: 0
  }
  {
    name: 'errors'
    description: 'Lotse logged errors: our bug or an outage.'
    query: '${logs} | where toint(line.level) >= 50'
    every: 'PT15M'
    window: 'PT15M'
    threshold: 0
  }
  {
    name: 'sign-in-failures'
    description: 'Many requests were not let in: a wrong registration, or somebody trying doors.'
    query: '${logs} | where msg == "a request was not let in"'
    every: 'PT15M'
    window: 'PT1H'
    threshold: 50
  }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'lotse'
    enabled: true
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [
  for rule in rules: {
    name: 'alert-${name}-${rule.name}'
    location: location
    tags: tags
    properties: {
      displayName: 'Lotse: ${rule.name}'
      description: rule.description
      severity: 2
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.every
      windowSize: rule.window
      // The table is made by the first line that is logged.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: rule.threshold
          }
        ]
      }
      actions: {
        actionGroups: [operators.id]
      }
    }
  }
]

// Answers with 5xx are counted where they leave, also when the program itself cannot log any more.
resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-${name}-5xx'
  location: 'global'
  tags: tags
  properties: {
    description: 'Requests were answered with 5xx.'
    severity: 2
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: '5xx'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.App/containerApps'
          metricName: 'Requests'
          dimensions: [
            {
              name: 'statusCodeCategory'
              operator: 'Include'
              values: ['5xx']
            }
          ]
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 5
        }
      ]
    }
    actions: [
      {
        actionGroupId: operators.id
      }
    ]
  }
}
