// What an operator wants to be told: errors are logged, the digest was not delivered, many requests are refused.
param name string
param location string
param email string
param workspaceId string
param appName string
param tags object

var logs = 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "${appName}" | extend line = parse_json(Log_s)'
var rules = [
  {
    name: 'errors'
    description: 'Lotse logged errors: our bug or an outage.'
    query: '${logs} | where toint(line.level) >= 50'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'digest-failed'
    description: 'A digest could not be delivered to a steering channel.'
    query: '${logs} | where line.msg == "job done" and line.job == "digest" and toint(line.failed) > 0'
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'refused'
    description: 'Many requests were not authentic: a wrong registration, or somebody trying doors.'
    query: '${logs} | where toint(line.status) in (401, 403)'
    window: 'PT1H'
    operator: 'GreaterThan'
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
      evaluationFrequency: 'PT15M'
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
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
